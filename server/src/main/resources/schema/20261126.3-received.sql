-- What a copy told when it arrived, as a digest: whoever changed it since is not overwritten.
create table MP_RECEIVED (
    PLACE varchar(128) not null primary key,
    DIGEST varchar(64) not null
);
