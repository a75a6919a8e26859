CREATE TABLE "legal_holds" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"placed_by" bigint NOT NULL,
	"confirmed_by" bigint,
	"lifted_by" bigint,
	"placed" integer NOT NULL,
	"lifted" integer
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "quarantine" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "recipient" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "mark" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "legal_holds_case" ON "legal_holds" USING btree ("case_id");