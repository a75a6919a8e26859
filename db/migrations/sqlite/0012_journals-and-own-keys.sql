CREATE TABLE `account_keys` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`by_secret` blob NOT NULL,
	`by_code` blob,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `journal_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`sealed` blob NOT NULL,
	`kept` integer NOT NULL,
	`removed` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `journal_entries_account` ON `journal_entries` (`account_id`);--> statement-breakpoint
CREATE INDEX `journal_entries_removed` ON `journal_entries` (`removed`);--> statement-breakpoint
CREATE TABLE `journal_images` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
