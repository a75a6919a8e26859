CREATE TABLE `held_back` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`kind` text NOT NULL,
	`post_id` integer,
	`space_id` integer,
	`state` text DEFAULT 'waiting' NOT NULL,
	`held` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `held_back_post` ON `held_back` (`pseudonym_id`,`post_id`);--> statement-breakpoint
CREATE INDEX `held_back_of_post` ON `held_back` (`post_id`);--> statement-breakpoint
CREATE INDEX `held_back_day` ON `held_back` (`held`);--> statement-breakpoint
CREATE TABLE `shelters` (
	`pseudonym_id` integer PRIMARY KEY NOT NULL,
	`began` integer NOT NULL,
	`until` integer NOT NULL,
	`reader_pseudonym_id` integer,
	`reader` text
);
--> statement-breakpoint
CREATE INDEX `shelters_reader` ON `shelters` (`reader_pseudonym_id`);--> statement-breakpoint
CREATE INDEX `shelters_until` ON `shelters` (`until`);