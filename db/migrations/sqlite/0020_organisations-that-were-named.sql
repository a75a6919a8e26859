CREATE TABLE `match_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`match_id` integer NOT NULL,
	`voice_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voice_id`) REFERENCES `match_voices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_messages_in_order` ON `match_messages` (`match_id`,`position`);--> statement-breakpoint
CREATE TABLE `match_voices` (
	`id` integer PRIMARY KEY NOT NULL,
	`match_id` integer NOT NULL,
	`alias` integer NOT NULL,
	`owner` text NOT NULL,
	`sealed` blob NOT NULL,
	`name` blob NOT NULL,
	`answer` text,
	`slot` integer,
	`seen` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_voices_owner_unique` ON `match_voices` (`owner`);--> statement-breakpoint
CREATE UNIQUE INDEX `match_voices_alias` ON `match_voices` (`match_id`,`alias`);--> statement-breakpoint
CREATE TABLE `matches` (
	`id` integer PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `namings` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`owner` text NOT NULL,
	`sealed` blob NOT NULL,
	`name` blob NOT NULL,
	`rests` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `namings_owner_unique` ON `namings` (`owner`);--> statement-breakpoint
CREATE INDEX `namings_organisation` ON `namings` (`organisation`);