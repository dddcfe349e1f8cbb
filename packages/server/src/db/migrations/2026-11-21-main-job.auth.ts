import { appRole } from '../policy.ts'

/**
 * Sign-in data in a schema of its own, without tenant rows: the tables of better-auth (its column names, so quoted), and
 * `membership`, which only says in which workspaces a user is which member. What she may do there stands in the workspace.
 */
export const authTables = [
  'create schema auth',
  `create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
    "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz default current_timestamp not null)`,
  `create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null,
    "token" text not null unique, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references auth."user" ("id") on delete cascade)`,
  `create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text,
    "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null)`,
  `create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
    "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null,
    "updatedAt" timestamptz default current_timestamp not null)`,
  `create table auth."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null,
    "lastRequest" bigint not null)`,
  'create index session_by_user on auth."session" ("userId")',
  'create index account_by_user on auth."account" ("userId")',
  'create index verification_identifier on auth."verification" ("identifier")',
  `create table auth.membership (user_id text not null, workspace_id uuid not null, member_id uuid not null,
    primary key (user_id, workspace_id))`,
  `grant usage on schema auth to ${appRole}`,
  `grant select, insert, update, delete on all tables in schema auth to ${appRole}`,
]
