CREATE TABLE "label" (
	"label" bigint PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"refs" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "list" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"announced" date NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"current" integer,
	"previous" integer
);
--> statement-breakpoint
CREATE TABLE "list_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "list_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"list_id" text NOT NULL,
	"state" text NOT NULL,
	"key_id" text NOT NULL,
	"scheme" integer NOT NULL,
	"wrapped_keys" "bytea",
	"file_hash" "bytea" NOT NULL,
	"authority" text NOT NULL,
	"imported_by" text NOT NULL,
	"records" integer DEFAULT 0 NOT NULL,
	"labels" integer DEFAULT 0 NOT NULL,
	"facts" jsonb,
	"frequencies" "bytea",
	"started_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "record" (
	"version" integer NOT NULL,
	"id" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "record_version_id_pk" PRIMARY KEY("version","id")
);
--> statement-breakpoint
CREATE TABLE "record_budget" (
	"tag" bigint PRIMARY KEY NOT NULL,
	"guesses" bigint[] NOT NULL,
	"days" integer[] NOT NULL,
	"frozen_at" timestamp with time zone,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"address" "bytea" PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"handle" "bytea" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea",
	"attempts" smallint NOT NULL,
	"answers_until" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handoff" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"handle" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limit_counter" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"n" integer NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"handle" "bytea" NOT NULL,
	"reply" "bytea",
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"address" "bytea" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"wording" text NOT NULL,
	"locale" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"actor" text NOT NULL,
	"subject" "bytea",
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "secret" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"gone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"day" date NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"shard" smallint NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "tally_day_name_channel_locale_shard_pk" PRIMARY KEY("day","name","channel","locale","shard")
);
--> statement-breakpoint
ALTER TABLE "list_version" ADD CONSTRAINT "list_version_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_version_list" ON "list_version" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "record_budget_gone" ON "record_budget" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "record_budget_frozen" ON "record_budget" USING btree ("frozen_at") WHERE frozen_at is not null;--> statement-breakpoint
CREATE INDEX "conversation_gone" ON "conversation" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "conversation_answers" ON "conversation" USING btree ("answers_until") WHERE sealed is not null;--> statement-breakpoint
CREATE INDEX "handoff_gone" ON "handoff" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "handoff_handle" ON "handoff" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "limit_counter_gone" ON "limit_counter" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "turn_at" ON "turn" USING btree ("at");--> statement-breakpoint
CREATE INDEX "turn_reply" ON "turn" USING btree ("handle") WHERE reply is not null;--> statement-breakpoint
CREATE INDEX "watch_gone" ON "watch" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");