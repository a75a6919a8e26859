CREATE TABLE `outside_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`conduct` text NOT NULL,
	`subject_kind` text,
	`subject_id` integer,
	`respondent_pseudonym_id` integer,
	`conduct_hour` integer NOT NULL,
	`sealed` blob NOT NULL,
	`state` text NOT NULL,
	`hid` integer DEFAULT false NOT NULL,
	`case_id` integer,
	`sealed_answer` blob,
	`filed` integer NOT NULL,
	`decide_by` integer,
	`settled` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_reports_codeHash_unique` ON `outside_reports` (`code_hash`);--> statement-breakpoint
CREATE INDEX `outside_reports_open` ON `outside_reports` (`state`);--> statement-breakpoint
CREATE INDEX `outside_reports_settled` ON `outside_reports` (`settled`);