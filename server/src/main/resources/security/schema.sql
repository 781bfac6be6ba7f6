-- Clients, keys and tokens. Moments are seconds since 1970, so that H2 and PostgreSQL keep them alike.
create table if not exists MP_CLIENT (
    ID varchar(100) primary key,
    SOURCE varchar(20) not null,
    CHANGED varchar(64) not null,
    BODY varchar(400000) not null
);
create table if not exists MP_SIGNING_KEY (
    KID varchar(100) primary key,
    MADE bigint not null,
    JWK varchar(8000) not null
);
create table if not exists MP_USED_ASSERTION (
    CLIENT varchar(100) not null,
    JTI varchar(255) not null,
    EXPIRES bigint not null,
    primary key (CLIENT, JTI)
);
create index if not exists MP_USED_ASSERTION_EXPIRES on MP_USED_ASSERTION (EXPIRES);
create table if not exists MP_GRANT (
    ID varchar(64) primary key,
    CLIENT varchar(100) not null,
    EXPIRES bigint not null,
    BODY varchar(400000) not null
);
create index if not exists MP_GRANT_EXPIRES on MP_GRANT (EXPIRES);
create table if not exists MP_GRANT_TOKEN (
    HASH varchar(64) primary key,
    GRANT_ID varchar(64) not null references MP_GRANT (ID) on delete cascade
);
create index if not exists MP_GRANT_TOKEN_GRANT on MP_GRANT_TOKEN (GRANT_ID);
create table if not exists MP_REVOKED_TOKEN (
    TOKEN varchar(64) primary key,
    EXPIRES bigint not null
);
create table if not exists MP_USER (
    NAME varchar(100) primary key,
    BODY varchar(8000) not null
);
create table if not exists MP_LAUNCH (
    HASH varchar(64) primary key,
    CLIENT varchar(100) not null,
    PATIENT varchar(64) not null,
    EXPIRES bigint not null
);
