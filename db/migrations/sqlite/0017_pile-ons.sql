CREATE TABLE `pile_on_parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`post_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`route` text NOT NULL,
	`sealed` blob NOT NULL,
	`taken_out_to` integer,
	`written` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pile_on_parts_once` ON `pile_on_parts` (`case_id`,`post_id`);--> statement-breakpoint
CREATE INDEX `pile_on_parts_post` ON `pile_on_parts` (`post_id`);--> statement-breakpoint
CREATE INDEX `pile_on_parts_topic` ON `pile_on_parts` (`topic_id`);--> statement-breakpoint
CREATE TABLE `pile_ons` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`target_pseudonym_id` integer NOT NULL,
	`found_by` text NOT NULL,
	`wish` text DEFAULT 'unasked' NOT NULL,
	`began` integer NOT NULL,
	`latest` integer NOT NULL,
	`ended` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pile_ons_target` ON `pile_ons` (`target_pseudonym_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`report_id` integer,
	`sealed` blob NOT NULL,
	`digest` text NOT NULL,
	`taken` integer NOT NULL,
	`recipient` text,
	`mark` text,
	`only` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_evidence`("id", "case_id", "report_id", "sealed", "digest", "taken", "recipient", "mark", "only") SELECT "id", "case_id", "report_id", "sealed", "digest", "taken", "recipient", "mark", "only" FROM `evidence`;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `evidence_case` ON `evidence` (`case_id`);--> statement-breakpoint
CREATE INDEX `evidence_report` ON `evidence` (`report_id`);