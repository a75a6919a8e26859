CREATE TABLE `legal_holds` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`state` text NOT NULL,
	`sealed` blob NOT NULL,
	`placed_by` integer NOT NULL,
	`confirmed_by` integer,
	`lifted_by` integer,
	`placed` integer NOT NULL,
	`lifted` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `legal_holds_case` ON `legal_holds` (`case_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `quarantine` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence` ADD `recipient` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `mark` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `only` integer DEFAULT false NOT NULL;