CREATE TABLE `code_apps` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`confirmed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `left_behind` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`side` text NOT NULL,
	`branch` integer,
	`joined_week` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `left_behind_case` ON `left_behind` (`case_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`credential` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`label` text,
	`added` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_unique` ON `passkeys` (`credential`);--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `spent_once` (
	`mark` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transparency_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` integer NOT NULL,
	`kind` text NOT NULL,
	`answer` text NOT NULL,
	`words` text NOT NULL,
	`bump` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `pseudonyms` ADD `undo_until` integer;