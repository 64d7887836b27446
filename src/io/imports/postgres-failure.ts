import { ExportError } from './export-error.ts';

/** What the client's errors carry; of their messages none is passed on, as they may quote values. */
interface Failure {
  code?: string;
  message?: string;
}

const settings = 'Write the address as postgres://USER@HOST:5432/DATABASE.';

/**
 * Says in our own words why a database could not be read. Of the address only host, database and user are named.
 *
 * @param table as tickets.yaml names it
 */
export function explainPostgres(error: unknown, address: string, table: string, interrupted: boolean): ExportError {
  if (error instanceof ExportError) return error;
  if (interrupted) return new ExportError('The import was interrupted, and the statement in the database with it.');
  const { code = '', message = '' } = (error ?? {}) as Failure;
  if (code === '' && (error instanceof TypeError || error instanceof RangeError)) throw error;
  const { host, database, user } = placeOf(address);
  const [says, fix] = wording(code, message, { host, database, user, table });
  return new ExportError(`${host}: ${says}\n  ${fix}`);
}

/** How a database is named to people: never with its password. */
export function placeOf(address: string): { host: string; database: string; user: string } {
  const env = process.env;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const host = url?.searchParams.get('host') || url?.hostname || env.PGHOST || 'localhost';
  const user = decodeURIComponent(url?.username || env.PGUSER || env.USER || '');
  const database = decodeURIComponent(url?.pathname.slice(1) || env.PGDATABASE || user);
  return { host, database, user };
}

type Named = ReturnType<typeof placeOf> & { table: string };

function wording(code: string, message: string, { database, user, table }: Named): [says: string, fix: string] {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return [
        'There is no host of that name.',
        'Look at the name in the address, and whether you need a VPN to reach it.',
      ];
    case 'ECONNREFUSED':
      return [
        'Nothing answers there.',
        'Look at the port in the address (5432 by default), and whether the database runs.',
      ];
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return ['There was no answer.', 'Look at the address, and whether a firewall or a missing VPN is in the way.'];
    case 'ECONNRESET':
    case 'EPIPE':
    case '57P01':
      return ['The connection broke.', 'Run the command again.'];
    case '28P01':
      return [
        `The password of "${user}" is wrong or missing.`,
        'Give it in PGPASSWORD or in ~/.pgpass, not in the command.',
      ];
    case '28000':
      return /no encryption|SSL off/i.test(message)
        ? [
            'The database wants an encrypted connection.',
            'Set PGSSLMODE=require, or write ?sslmode=verify-full behind the address.',
          ]
        : [
            `"${user}" may not connect to "${database}" from here.`,
            'Ask whoever runs the database to let this user in.',
          ];
    case '3D000':
      return [`There is no database "${database}".`, settings];
    case '53300':
      return ['The database has no connection left.', 'Run the command again later.'];
    case '42501':
      return [
        `"${user}" may not read ${table}.`,
        `Ask whoever runs the database for: GRANT SELECT ON ${table} TO ${user}; (and USAGE on its schema).`,
      ];
    case '57014':
      return [
        'The database ended the statement, as it took longer than statement_timeout allows.',
        'Run the command with PGOPTIONS="-c statement_timeout=0", or let "table:" name a view of the last months only.',
      ];
    case '25006':
      return ['The table cannot be read without writing.', 'Let "table:" name a view that only reads.'];
    case '53100':
    case '53200':
      return [
        'The database has no room or memory left for counting.',
        'Let "table:" name a view of the last months only.',
      ];
    case '3F000':
    case '42P01':
      return [
        `There is no table "${table}" that "${user}" can see.`,
        'Write its name with its schema, such as support.tickets.',
      ];
    case 'ERR_INVALID_URL':
      return [
        'The address cannot be read.',
        `${settings} In it, signs such as @ or / of a name are written as %40 or %2F.`,
      ];
    case 'ENOENT':
      return [
        'A certificate that the address or a variable names is not there.',
        'Look at sslrootcert, sslcert and sslkey.',
      ];
    case 'CERT_HAS_EXPIRED':
      return ['The certificate of the database has expired.', 'Ask whoever runs the database to renew it.'];
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [
        'The certificate of the database is for another host.',
        'Write the name in the address that the certificate names.',
      ];
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return [
        'The certificate of the database is signed by somebody this computer does not know.',
        'Write ?sslmode=verify-full&sslrootcert=FILE behind the address, with the certificate of your company or provider.',
      ];
  }
  if (/does not support SSL/i.test(message))
    return ['The database offers no encryption.', 'Where the network is your own, set PGSSLMODE=disable.'];
  if (/password must be a string|SASL/i.test(message))
    return [`The password of "${user}" is missing.`, 'Give it in PGPASSWORD or in ~/.pgpass, not in the command.'];
  if (/timeout/i.test(message))
    return [
      'There was no answer within 30 seconds.',
      'Look at the address, and whether a firewall or a missing VPN is in the way.',
    ];
  if (/Connection terminated/i.test(message)) return ['The connection broke.', 'Run the command again.'];
  if (/^42/.test(code))
    return [
      `${table} cannot be counted in this kind of database (SQLSTATE ${code}).`,
      'Let "table:" name a view with plain columns of texts and times, or export the table as CSV.',
    ];
  return [
    `The tickets could not be counted (${/^[0-9A-Z_]+$/.test(code) ? code : 'no code'}).`,
    'Run the command again; if it stays so, export the table as CSV.',
  ];
}
