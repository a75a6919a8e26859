CREATE TABLE `gathering_answers` (
	`gathering_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`about` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`gathering_id`, `seat_id`, `about`),
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `gatherings` ADD `question` text;