import { ExportError } from '../export-error.ts';

/** An error of the PostgreSQL client. Its message is never passed on, because it can quote values. */
interface Failure {
  code?: string;
  message?: string;
}

const addressForm = 'Write the address as postgres://USER@HOST:5432/DATABASE.';
const checkNetwork = 'Check the address, and whether a firewall or a missing VPN blocks the connection.';
const givePassword = 'Set PGPASSWORD or add the password to ~/.pgpass. Do not write it in the command.';

/**
 * Explains in our own words why a database couldn't be read. Names only host, database, and user of the address, never
 * the password.
 *
 * @param table as written in tickets.yaml
 */
export function explainPostgres(error: unknown, address: string, table: string, interrupted: boolean): ExportError {
  if (error instanceof ExportError) return error;
  if (interrupted) return new ExportError('The import was interrupted, and so was its query in the database.');
  const { code = '', message = '' } = (error ?? {}) as Failure;
  if (code === '' && (error instanceof TypeError || error instanceof RangeError)) throw error;
  const { host, database, user } = databasePlace(address);
  const [says, fix] = wording(code, message, { host, database, user, table });
  return new ExportError(`${host}: ${says}\n  ${fix}`);
}

/** The parts of a database address that can be shown: never the password. */
export function databasePlace(address: string): { host: string; database: string; user: string } {
  const env = process.env;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const host = url?.searchParams.get('host') || url?.hostname || env.PGHOST || 'localhost';
  const user = decodeURIComponent(url?.username || env.PGUSER || env.USER || '');
  const database = decodeURIComponent(url?.pathname.slice(1) || env.PGDATABASE || user);
  return { host, database, user };
}

type Named = ReturnType<typeof databasePlace> & { table: string };

function wording(code: string, message: string, { database, user, table }: Named): [says: string, fix: string] {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ["The host can't be found.", 'Check its name in the address, and whether you need a VPN to reach it.'];
    case 'ECONNREFUSED':
      return [
        'The connection was refused.',
        'Check the port in the address (5432 by default), and whether the database is running.',
      ];
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return ["The host doesn't respond.", checkNetwork];
    case 'ECONNRESET':
    case 'EPIPE':
    case '57P01':
      return ['The connection was lost.', 'Run the command again.'];
    case '28P01':
      return [`The password of "${user}" is wrong or missing.`, givePassword];
    case '28000':
      return /no encryption|SSL off/i.test(message)
        ? [
            'The database requires an encrypted connection.',
            'Set PGSSLMODE=require, or add ?sslmode=verify-full to the address.',
          ]
        : [
            `User "${user}" isn't allowed to connect to database "${database}" from here.`,
            'Ask your database administrator for access.',
          ];
    case '3D000':
      return [`There is no database "${database}".`, addressForm];
    case '53300':
      return ['The database has too many open connections.', 'Run the command again later.'];
    case '42501':
      return [
        `User "${user}" isn't allowed to read ${table}.`,
        `Ask your database administrator for: GRANT SELECT ON ${table} TO ${user}; (and USAGE on its schema).`,
      ];
    case '57014':
      return [
        'The database stopped the query because it ran longer than statement_timeout.',
        'Run the command with PGOPTIONS="-c statement_timeout=0", or set "table:" to a view of the last months only.',
      ];
    case '25006':
      return ["The table can't be read without writing to the database.", 'Set "table:" to a view that only reads.'];
    case '53100':
    case '53200':
      return ['The database ran out of disk space or memory.', 'Set "table:" to a view of the last months only.'];
    case '3F000':
    case '42P01':
      return [
        `User "${user}" can't see a table "${table}".`,
        'Write its name with the schema, such as support.tickets.',
      ];
    case 'ERR_INVALID_URL':
      return ["The address isn't valid.", `${addressForm} In names, write characters such as @ and / as %40 and %2F.`];
    case 'ENOENT':
      return ["A certificate file doesn't exist.", 'Check the paths in sslrootcert, sslcert, and sslkey.'];
    case 'CERT_HAS_EXPIRED':
      return ["The database's certificate has expired.", 'Ask your database administrator to renew it.'];
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [
        "The database's certificate is for another host.",
        'Write the address with the host name in the certificate.',
      ];
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return [
        "This computer doesn't trust the database's certificate.",
        'Add ?sslmode=verify-full&sslrootcert=FILE to the address, where FILE is the root certificate of your company or provider.',
      ];
  }
  if (/does not support SSL/i.test(message))
    return ["The database doesn't support encryption.", 'If the network is your own, set PGSSLMODE=disable.'];
  if (/password must be a string|SASL/i.test(message)) return [`The password of "${user}" is missing.`, givePassword];
  if (/timeout/i.test(message)) return ["The host didn't respond within 30 seconds.", checkNetwork];
  if (/Connection terminated/i.test(message)) return ['The connection was lost.', 'Run the command again.'];
  if (/^42/.test(code))
    return [
      `${table} can't be counted in this type of database (SQLSTATE ${code}).`,
      'Set "table:" to a view with plain text and time columns, or export the table as CSV.',
    ];
  return [
    `The tickets couldn't be counted (${/^[0-9A-Z_]+$/.test(code) ? code : 'no code'}).`,
    "Run the command again. If that doesn't help, export the table as CSV.",
  ];
}
