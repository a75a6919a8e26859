CREATE TABLE "outside_reports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"conduct" text NOT NULL,
	"subject_kind" text,
	"subject_id" bigint,
	"respondent_pseudonym_id" bigint,
	"conduct_hour" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"hid" boolean DEFAULT false NOT NULL,
	"case_id" bigint,
	"sealed_answer" "bytea",
	"filed" integer NOT NULL,
	"decide_by" integer,
	"settled" integer,
	CONSTRAINT "outside_reports_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "outside_reports" ADD CONSTRAINT "outside_reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outside_reports_open" ON "outside_reports" USING btree ("state");--> statement-breakpoint
CREATE INDEX "outside_reports_settled" ON "outside_reports" USING btree ("settled");