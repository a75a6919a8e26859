PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`pseudonym_id` integer,
	`account_id` integer,
	`kind` text NOT NULL,
	`post_id` integer,
	`topic_id` integer,
	`space_id` integer,
	`report_id` integer,
	`case_id` integer,
	`gathering_id` integer,
	`bump` integer NOT NULL,
	`seen` integer DEFAULT false NOT NULL,
	`created` integer NOT NULL,
	CONSTRAINT "notifications_one_side" CHECK(("__new_notifications"."pseudonym_id" is null) <> ("__new_notifications"."account_id" is null))
);
--> statement-breakpoint
INSERT INTO `__new_notifications`("id", "pseudonym_id", "account_id", "kind", "post_id", "topic_id", "space_id", "report_id", "case_id", "gathering_id", "bump", "seen", "created") SELECT "id", "pseudonym_id", "account_id", "kind", "post_id", "topic_id", "space_id", "report_id", "case_id", "gathering_id", "bump", "seen", "created" FROM `notifications`;--> statement-breakpoint
DROP TABLE `notifications`;--> statement-breakpoint
ALTER TABLE `__new_notifications` RENAME TO `notifications`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notifications_pseudonym` ON `notifications` (`pseudonym_id`,`bump`);--> statement-breakpoint
CREATE INDEX `notifications_account` ON `notifications` (`account_id`,`bump`);