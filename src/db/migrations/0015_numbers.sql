CREATE TABLE "list_measure" (
	"list_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"clean_asked" integer NOT NULL,
	"clean_confirmed" integer NOT NULL,
	"mistaken_asked" integer NOT NULL,
	"mistaken_confirmed" integer NOT NULL,
	"strangers_per_10000" double precision NOT NULL,
	"strangers_from" double precision NOT NULL,
	"strangers_to" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verdict_count" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"machine" text NOT NULL,
	"differs" text NOT NULL,
	"bucket" smallint NOT NULL,
	"verdict" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "verdict_count_day_kind_machine_differs_bucket_verdict_pk" PRIMARY KEY("day","kind","machine","differs","bucket","verdict")
);
--> statement-breakpoint
ALTER TABLE "handoff_decision" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "handoff_decision" ADD COLUMN "differs" text;--> statement-breakpoint
ALTER TABLE "list_measure" ADD CONSTRAINT "list_measure_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_frozen" ON "audit" USING btree ("at") WHERE event = 'record_frozen';