CREATE INDEX `posts_newest` ON `posts` (`written`);--> statement-breakpoint
CREATE INDEX `notifications_order` ON `notifications` (`bump`);--> statement-breakpoint
CREATE INDEX `notifications_new` ON `notifications` (`pseudonym_id`,`topic_id`) WHERE not "notifications"."seen";--> statement-breakpoint
CREATE INDEX `notifications_new_of_account` ON `notifications` (`account_id`) WHERE not "notifications"."seen";