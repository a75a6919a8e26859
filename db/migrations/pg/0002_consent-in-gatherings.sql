CREATE TABLE "gathering_answers" (
	"gathering_id" bigint NOT NULL,
	"seat_id" bigint NOT NULL,
	"about" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "gathering_answers_gathering_id_seat_id_about_pk" PRIMARY KEY("gathering_id","seat_id","about")
);
--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "question" text;--> statement-breakpoint
ALTER TABLE "gathering_answers" ADD CONSTRAINT "gathering_answers_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;