ALTER TABLE `topics` ADD `writers` text;--> statement-breakpoint
ALTER TABLE `topics` ADD `calm_until` integer;--> statement-breakpoint
ALTER TABLE `topics` ADD `calm_by_pseudonym_id` integer;