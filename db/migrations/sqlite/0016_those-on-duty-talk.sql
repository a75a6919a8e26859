CREATE TABLE `room_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sealed` blob NOT NULL,
	`said` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `room_messages_in_order` ON `room_messages` (`position`);--> statement-breakpoint
CREATE INDEX `room_messages_said` ON `room_messages` (`said`);