import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a command, makes every folder list its files in the opposite order, as another disk could.
const { readdir, readdirSync, promises } = fs;
const reversed = <T>(listing: T): T => (Array.isArray(listing) ? (listing.reverse() as T) : listing);

fs.readdirSync = ((...values: Parameters<typeof readdirSync>) =>
  reversed(readdirSync(...values))) as typeof readdirSync;
fs.readdir = ((...values: unknown[]) => {
  const done = values.pop() as (error: unknown, listing: unknown) => void;
  (readdir as (...all: unknown[]) => void)(...values, (error: unknown, listing: unknown) =>
    done(error, reversed(listing)),
  );
}) as typeof readdir;
const list = promises.readdir;
promises.readdir = (async (...values: Parameters<typeof list>) => reversed(await list(...values))) as typeof list;
syncBuiltinESMExports();
