PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`respondent_pseudonym_id` integer,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`conduct` text NOT NULL,
	`severity` text NOT NULL,
	`quarantine` text DEFAULT 'none' NOT NULL,
	`state` text NOT NULL,
	`bump` integer NOT NULL,
	`conduct_hour` integer NOT NULL,
	`opened` integer NOT NULL,
	`acknowledge_by` integer,
	`decide_by` integer,
	`reminded_of` integer,
	`closed` integer,
	`holder_pseudonym_id` integer,
	`lease_until` integer,
	`lease_number` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_cases`("id", "respondent_pseudonym_id", "subject_kind", "subject_id", "conduct", "severity", "quarantine", "state", "bump", "conduct_hour", "opened", "acknowledge_by", "decide_by", "reminded_of", "closed", "holder_pseudonym_id", "lease_until", "lease_number") SELECT "id", "respondent_pseudonym_id", "subject_kind", "subject_id", "conduct", "severity", "quarantine", "state", "bump", "conduct_hour", "opened", "acknowledge_by", "decide_by", "reminded_of", "closed", "holder_pseudonym_id", "lease_until", "lease_number" FROM `cases`;--> statement-breakpoint
DROP TABLE `cases`;--> statement-breakpoint
ALTER TABLE `__new_cases` RENAME TO `cases`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`state`,`severity`,`bump`);--> statement-breakpoint
CREATE INDEX `cases_subject` ON `cases` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `cases_respondent` ON `cases` (`respondent_pseudonym_id`);--> statement-breakpoint
ALTER TABLE `outside_reports` ADD `times_passed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outside_reports` ADD `passed_to_pseudonym_id` integer;