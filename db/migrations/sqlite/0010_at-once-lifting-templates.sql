CREATE TABLE `decision_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`side` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`written_by_pseudonym_id` integer NOT NULL,
	`written` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_templates_once` ON `decision_templates` (`outcome`,`side`,`language`,`version`);--> statement-breakpoint
CREATE TABLE `emergencies` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`moderator_pseudonym_id` integer NOT NULL,
	`second_pseudonym_id` integer,
	`sanction_id` integer,
	`began` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `emergencies_once` ON `emergencies` (`case_id`,`kind`);--> statement-breakpoint
CREATE INDEX `emergencies_standing` ON `emergencies` (`state`,`until`);--> statement-breakpoint
CREATE TABLE `lifts` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`sanction_id` integer NOT NULL,
	`state` text NOT NULL,
	`moderator_pseudonym_id` integer NOT NULL,
	`second_pseudonym_id` integer,
	`words` text NOT NULL,
	`asked` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lifts_case` ON `lifts` (`case_id`);