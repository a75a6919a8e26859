CREATE TABLE `transparency_corrections` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry_id` integer NOT NULL,
	`written` integer NOT NULL,
	`bump` integer NOT NULL,
	`answer` text,
	`words` text NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `transparency_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transparency_corrections_order` ON `transparency_corrections` (`entry_id`,`bump`);--> statement-breakpoint
ALTER TABLE `transparency_entries` ADD `written` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `transparency_entries` ADD `country` text;--> statement-breakpoint
ALTER TABLE `transparency_entries` ADD `handed` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `transparency_entries` ADD `told` text DEFAULT 'nobody-to-tell' NOT NULL;--> statement-breakpoint
ALTER TABLE `transparency_entries` ADD `language` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `transparency_entries_order` ON `transparency_entries` (`bump`);