CREATE TABLE `conduct_opt_outs` (
	`pseudonym_id` integer NOT NULL,
	`conduct` text NOT NULL,
	PRIMARY KEY(`pseudonym_id`, `conduct`)
);
--> statement-breakpoint
CREATE TABLE `handler_wishes` (
	`pseudonym_id` integer PRIMARY KEY NOT NULL,
	`back_on` integer,
	`plain_text` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rota_weeks` (
	`week` integer NOT NULL,
	`pseudonym_id` integer NOT NULL,
	PRIMARY KEY(`week`, `pseudonym_id`)
);
--> statement-breakpoint
CREATE INDEX `rota_weeks_pseudonym` ON `rota_weeks` (`pseudonym_id`);