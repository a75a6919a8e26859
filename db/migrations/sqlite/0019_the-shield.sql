CREATE TABLE `shield_counts` (
	`id` integer PRIMARY KEY NOT NULL,
	`hour` integer NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`compared` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shield_counts_once` ON `shield_counts` (`hour`,`kind`);--> statement-breakpoint
CREATE TABLE `shields` (
	`id` integer PRIMARY KEY NOT NULL,
	`active` integer,
	`auto` integer NOT NULL,
	`held` integer NOT NULL,
	`reason` text,
	`held_by_pseudonym_id` integer,
	`eases` integer NOT NULL,
	`held_until` integer,
	`until` integer NOT NULL,
	`ended` integer,
	`rests` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shields_active` ON `shields` (`active`);