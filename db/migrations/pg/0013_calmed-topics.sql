ALTER TABLE "topics" ADD COLUMN "writers" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "calm_until" integer;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "calm_by_pseudonym_id" bigint;