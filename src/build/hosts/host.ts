import type { ServedSite } from '#io/machine/served-site.ts';

/** What a host's configuration is made from. */
export interface HostRequest {
  site: ServedSite;
  /** The paths of the pages that have a Markdown file, decoded, with a slash at their end; sorted. */
  twins: readonly string[];
  /** The address of the host that the site was built for, without a path, if it is known. */
  origin: string | undefined;
  /** The folder of the built site, relative to the folder of the project. */
  out: string;
  /** Host names by language, the first one the main one; for hosts that can serve several. */
  domains: ReadonlyMap<string, string>;
  /** The languages that each machine builds, if several build the site. */
  parts?: readonly string[][] | undefined;
  /** The folder on the server that has the site, in a folder of its own if it is below a path; absolute. */
  root: string;
  /** The port that the server listens on, if it isn't the usual one. */
  port: number | undefined;
}

export interface HostFile {
  /** Relative to the folder of the project, with "/". */
  path: string;
  text: string;
}

/** A host for static files, and everything that it needs to serve a built site as it is meant to be. */
export interface Host {
  title: string;
  /** A server of one's own: it can have a domain per language, and its configuration says where the files are. */
  server?: true;
  /** Its files can have several machines build the site. */
  machines?: true;
  files(request: HostRequest): HostFile[];
  /** What to do with the files, a sentence per line. */
  next(request: HostRequest): string[];
}
