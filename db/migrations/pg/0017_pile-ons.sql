CREATE TABLE "pile_on_parts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"route" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"taken_out_to" bigint,
	"written" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pile_ons" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"target_pseudonym_id" bigint NOT NULL,
	"found_by" text NOT NULL,
	"wish" text DEFAULT 'unasked' NOT NULL,
	"began" integer NOT NULL,
	"latest" integer NOT NULL,
	"ended" integer
);
--> statement-breakpoint
ALTER TABLE "evidence" ALTER COLUMN "report_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "pile_on_parts" ADD CONSTRAINT "pile_on_parts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pile_ons" ADD CONSTRAINT "pile_ons_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pile_on_parts_once" ON "pile_on_parts" USING btree ("case_id","post_id");--> statement-breakpoint
CREATE INDEX "pile_on_parts_post" ON "pile_on_parts" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "pile_on_parts_topic" ON "pile_on_parts" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "pile_ons_target" ON "pile_ons" USING btree ("target_pseudonym_id");