CREATE TABLE "handoff_decision" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "handoff_decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"handoff" "bytea" NOT NULL,
	"record" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"state" text NOT NULL,
	"machine" text NOT NULL,
	"weight" smallint NOT NULL,
	"decided_by" text NOT NULL,
	"second_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handoff_decision_record" UNIQUE("handoff","record")
);
--> statement-breakpoint
CREATE TABLE "handoff_note" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"handoff" "bytea" NOT NULL,
	"written_by" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handoff_work" (
	"handoff" "bytea" PRIMARY KEY NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp with time zone,
	"texted_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verdict_tally" (
	"day" date NOT NULL,
	"machine" text NOT NULL,
	"bucket" smallint NOT NULL,
	"verdict" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "verdict_tally_day_machine_bucket_verdict_pk" PRIMARY KEY("day","machine","bucket","verdict")
);
--> statement-breakpoint
ALTER TABLE "handoff_decision" ADD CONSTRAINT "handoff_decision_handoff_handoff_id_fk" FOREIGN KEY ("handoff") REFERENCES "public"."handoff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_note" ADD CONSTRAINT "handoff_note_handoff_handoff_id_fk" FOREIGN KEY ("handoff") REFERENCES "public"."handoff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_work" ADD CONSTRAINT "handoff_work_handoff_handoff_id_fk" FOREIGN KEY ("handoff") REFERENCES "public"."handoff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_work" ADD CONSTRAINT "handoff_work_claimed_by_staff_user_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."staff_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handoff_note_handoff" ON "handoff_note" USING btree ("handoff");