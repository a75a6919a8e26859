CREATE INDEX "posts_newest" ON "posts" USING btree ("written");--> statement-breakpoint
CREATE INDEX "notifications_order" ON "notifications" USING btree ("bump");--> statement-breakpoint
CREATE INDEX "notifications_new" ON "notifications" USING btree ("pseudonym_id","topic_id") WHERE not "notifications"."seen";--> statement-breakpoint
CREATE INDEX "notifications_new_of_account" ON "notifications" USING btree ("account_id") WHERE not "notifications"."seen";