ALTER TABLE "cases" ALTER COLUMN "respondent_pseudonym_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outside_reports" ADD COLUMN "times_passed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outside_reports" ADD COLUMN "passed_to_pseudonym_id" bigint;