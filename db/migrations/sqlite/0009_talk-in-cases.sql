CREATE TABLE `case_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`side` text NOT NULL,
	`alias` integer,
	`kind` text NOT NULL,
	`actor_pseudonym_id` integer,
	`sealed` blob NOT NULL,
	`answer_by` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_messages_in_order` ON `case_messages` (`case_id`,`position`);--> statement-breakpoint
CREATE INDEX `case_messages_waiting` ON `case_messages` (`answer_by`);--> statement-breakpoint
CREATE TABLE `evidence_readings` (
	`case_id` integer NOT NULL,
	`reader_pseudonym_id` integer NOT NULL,
	`day` integer NOT NULL,
	PRIMARY KEY(`case_id`, `reader_pseudonym_id`, `day`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_readings_by_day` ON `evidence_readings` (`day`);--> statement-breakpoint
ALTER TABLE `cases` ADD `reminded_of` integer;