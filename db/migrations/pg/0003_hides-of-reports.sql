DROP INDEX "reports_once";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "hide" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("reporter_account_id","case_id","conduct");