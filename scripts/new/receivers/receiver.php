<?php
// Receives votes and searches of a help center: one file for PHP 8.1 or newer with pdo_sqlite.
declare(strict_types=1);

$settings = [
    'site' => 'https://help.example.com/',
    'origins' => ['https://help.example.com'],
    'thanks' => ['en' => ['Thank you.', 'Thank you. We will look into it.']],
    'requestsPerClient' => 60,
    'votesPerArticle' => 5,
    'eventsPerDay' => 100000,
    'keepDays' => 400,
];

const MAX_BYTES = 4096;
const MIN_TOKEN = 24;
const WINDOW_SECONDS = 600;

ini_set('display_errors', '0');
$origin = $_SERVER['HTTP_ORIGIN'] ?? null;
$isOurs = is_string($origin) && in_array($origin, $settings['origins'], true);
$method = $_SERVER['REQUEST_METHOD'] ?? '';

function answer(int $status, string $text, array $more = []): never
{
    global $isOurs, $origin;
    http_response_code($status);
    header('Content-Type: text/plain; charset=utf-8');
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    header('Vary: Origin');
    if ($isOurs) header("Access-Control-Allow-Origin: $origin");
    foreach ($more as $line) header($line);
    if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'HEAD') echo $text;
    exit;
}

/** A variable of the server, or of its configuration (SetEnv). */
function setting(string $name): string
{
    $value = getenv($name);
    return is_string($value) && $value !== '' ? $value : (string) ($_SERVER[$name] ?? '');
}

$token = setting('OHJE_EXPORT_TOKEN');
if (strlen($token) < MIN_TOKEN) answer(503, 'Set OHJE_EXPORT_TOKEN to a secret of at least ' . MIN_TOKEN . " characters.\n");

try {
    $database = openDatabase();
    $now = time();
    $day = gmdate('Y-m-d', $now);
    $window = intdiv($now, WINDOW_SECONDS);
    // No address is kept: a client is a keyed hash of its address and the day, which is deleted after the day.
    $client = digest($token, $day . ' ' . networkOf((string) ($_SERVER['REMOTE_ADDR'] ?? '')));
    // A flood is refused without writing anything.
    $limit = $settings['requestsPerClient'];
    if (hitsOf("$client $window") >= $limit || hit("$client $window", ($window + 1) * WINDOW_SECONDS) > $limit)
        answer(429, "Too many requests.\n", ['Retry-After: 600']);

    if ($method === 'GET' || $method === 'HEAD') {
        $kind = $_GET['export'] ?? '';
        if ($kind !== 'votes' && $kind !== 'searches') answer(405, "Use POST.\n", ['Allow: POST, OPTIONS']);
        if (!isToken($token)) answer(401, "Send the token: \"Authorization: Bearer TOKEN\".\n", ['WWW-Authenticate: Bearer']);
        forget($now, gmdate('Y-m-d', $now - $settings['keepDays'] * 86400));
        answer(200, writeCsv($kind), ['Content-Type: text/csv; charset=utf-8', "Content-Disposition: attachment; filename=\"$kind.csv\""]);
    }
    if ($method !== 'POST' && $method !== 'OPTIONS') answer(405, "Use POST.\n", ['Allow: POST, OPTIONS']);
    if (!$isOurs) answer(403, "This page is not allowed to send anything here.\n");
    if ($method === 'OPTIONS')
        answer(204, '', ['Access-Control-Allow-Methods: POST', 'Access-Control-Allow-Headers: Content-Type', 'Access-Control-Max-Age: 86400']);

    $type = strtolower(trim(explode(';', (string) ($_SERVER['CONTENT_TYPE'] ?? ''))[0]));
    $isForm = $type === 'application/x-www-form-urlencoded';
    if (!$isForm && $type !== 'text/plain' && $type !== 'application/json') answer(415, "Send text/plain, application/json or a form.\n");
    if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > MAX_BYTES) answer(413, 'Send at most ' . MAX_BYTES . " bytes.\n");
    $body = (string) file_get_contents('php://input', false, null, 0, MAX_BYTES + 1);
    if (strlen($body) > MAX_BYTES) answer(413, 'Send at most ' . MAX_BYTES . " bytes.\n");
    $event = readEvent($body, $isForm);
    if ($event === null) answer(400, "This is not an event of the help center.\n");

    $dayEnd = strtotime("$day 00:00:00 UTC") + 86400;
    $isVote = $event['event'] === 'ohje:vote';
    if ($isVote && hit(digest($token, $client . ' ' . $event['article']), $dayEnd) > $settings['votesPerArticle'])
        answer(429, "Too many votes on this article.\n", ['Retry-After: 600']);
    // Every miss is also a search, which says so itself.
    if ($event['event'] !== 'ohje:search-miss') {
        if (hit("all $day", $dayEnd) > $settings['eventsPerDay']) answer(429, "Too many events today.\n", ['Retry-After: 600']);
        run('INSERT INTO events (kind, day, line, n) VALUES (?, ?, ?, 1) ON CONFLICT (kind, day, line) DO UPDATE SET n = n + 1',
            [$isVote ? 'votes' : 'searches', $day, lineOf($event)]);
    }
    if (random_int(1, 100) === 1) forget($now, gmdate('Y-m-d', $now - $settings['keepDays'] * 86400));
    if (!$isForm) answer(204, '');
    answer(200, thanksPage($event), ['Content-Type: text/html; charset=utf-8', "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"]);
} catch (Throwable $error) {
    error_log($error->getMessage());
    answer(503, "The event could not be stored.\n", ['Retry-After: 600']);
}

/** The database is next to the folder that the web server publishes, never in it. */
function openDatabase(): PDO
{
    $root = realpath((string) ($_SERVER['DOCUMENT_ROOT'] ?? '')) ?: __DIR__;
    $file = setting('OHJE_DATABASE') ?: dirname($root) . '/ohje-events.sqlite';
    $folder = realpath(dirname($file));
    if ($folder === false || str_starts_with("$folder/", "$root/"))
        throw new RuntimeException("Set OHJE_DATABASE to a file in a folder outside $root.");
    $database = new PDO("sqlite:$file", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    foreach ([
        'PRAGMA busy_timeout = 5000',
        'PRAGMA journal_mode = WAL',
        'CREATE TABLE IF NOT EXISTS events (kind TEXT, day TEXT, line TEXT, n INTEGER, PRIMARY KEY (kind, day, line)) WITHOUT ROWID',
        'CREATE TABLE IF NOT EXISTS hits (key TEXT PRIMARY KEY, until INTEGER, n INTEGER) WITHOUT ROWID',
    ] as $statement) $database->exec($statement);
    return $database;
}

function run(string $statement, array $values): PDOStatement
{
    global $database;
    $run = $database->prepare($statement);
    $run->execute($values);
    return $run;
}

function hitsOf(string $key): int
{
    return (int) run('SELECT n FROM hits WHERE key = ?', [$key])->fetchColumn();
}

function hit(string $key, int $until): int
{
    // Without RETURNING, which SQLite has only since 3.35.
    run('INSERT INTO hits (key, until, n) VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE SET n = n + 1', [$key, $until]);
    return hitsOf($key);
}

function forget(int $now, string $day): void
{
    run('DELETE FROM hits WHERE until < CAST(? AS INTEGER)', [$now]);
    run('DELETE FROM events WHERE day < ?', [$day]);
}

function digest(string $key, string $text): string
{
    return substr(hash_hmac('sha256', $text, $key), 0, 32);
}

/** An IPv4 address, or the network of an IPv6 address: whoever has one of its addresses has all of them. */
function networkOf(string $ip): string
{
    $bytes = @inet_pton($ip);
    return $bytes !== false && strlen($bytes) === 16 ? bin2hex(substr($bytes, 0, 8)) : $ip;
}

function isToken(string $token): bool
{
    $header = (string) ($_SERVER['HTTP_AUTHORIZATION'] ?? $_SERVER['REDIRECT_HTTP_AUTHORIZATION'] ?? '');
    return preg_match('/^Bearer (\S{1,500})$/D', $header, $found) === 1 && hash_equals($token, $found[1]);
}

/** The event in the body of a request; null if it isn't one that pages send. */
function readEvent(string $text, bool $isForm): ?array
{
    $body = $isForm ? formEvent($text) : json_decode($text, true, 4);
    if (!is_array($body) || array_is_list($body)) return null;
    $part = '[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*';
    $fits = fn (string $pattern) => fn ($value) => is_string($value) && preg_match($pattern, $value) === 1;
    $article = $fits("~^(?=.{1,200}\\z)$part(?:/$part)+\\z~u");
    $locale = $fits('/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z/');
    $question = $fits('/^(?=.*\S).{1,500}\z/us');
    $isCount = fn ($value) => is_int($value) && $value >= 0 && $value <= 1000000;
    $search = ['question' => $question, 'locale' => $locale, 'results' => $isCount, 'confident' => 'is_bool'];
    $needs = [
        'ohje:vote' => ['article' => $article, 'locale' => $locale, 'helpful' => 'is_bool'],
        'ohje:search' => $search,
        'ohje:search-miss' => $search,
        'ohje:search-choose' => ['question' => $question, 'locale' => $locale, 'article' => $article, 'position' => $isCount],
    ][is_string($body['event'] ?? null) ? $body['event'] : ''] ?? null;
    if ($needs === null) return null;
    $state = ['state' => $fits('/^(?:answer|closest|nothing)\z/')];
    $why = ['reason' => $fits('/^(?:incomplete|unclear|wrong|other)\z/'), 'section' => $fits('/^[\p{L}\p{M}\p{N}_-]{1,200}\z/u')];
    $can = ['ohje:search' => $state, 'ohje:search-miss' => $state][$body['event']] ?? [];
    if ($body['event'] === 'ohje:vote' && $body['helpful'] === false) $can = $why;
    foreach ($body as $key => $value) {
        if ($key === 'event') continue;
        $check = $needs[$key] ?? $can[$key] ?? null;
        if ($check === null || !$check($value)) return null;
    }
    foreach (array_keys($needs) as $key) if (!array_key_exists($key, $body)) return null;
    if (isset($body['question']) && ($body['question'] = withoutPersons($body['question'])) === '') return null;
    return $body;
}

/** The form that readers without JavaScript send. */
function formEvent(string $text): ?array
{
    $form = [];
    foreach (explode('&', $text) as $pair) {
        [$key, $value] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        if (array_key_exists($key, $form) || $key === 'event') return null;
        $form[$key] = $value;
    }
    if (!in_array($form['helpful'] ?? null, ['yes', 'no'], true)) return null;
    // A reader who chooses no heading sends an empty one.
    if (($form['section'] ?? null) === '') unset($form['section']);
    return ['event' => 'ohje:vote', 'helpful' => $form['helpful'] === 'yes'] + $form;
}

/** Pages do the same before they send anything: no email addresses, and no numbers of six or more digits. */
function withoutPersons(string $question): string
{
    return trim((string) preg_replace(
        ['/[^\s@]+@[^\s@]+/u', '~[+(]*\p{Nd}(?:[\s./()-]{0,2}\p{Nd}){5,}~u', '/[\p{Cc}\p{Cs}\p{Z}]+/u'],
        ['…', '…', ' '],
        $question,
    ));
}

/** Equal events of a day are kept once, with their number. This is what they are compared by. */
function lineOf(array $event): string
{
    $of = fn (string $key) => $event[$key] ?? '';
    $text = fn ($value) => is_bool($value) ? ($value ? 'true' : 'false') : (string) $value;
    $values = $event['event'] === 'ohje:vote'
        ? [$of('article'), $of('locale'), $event['helpful'] ? 'yes' : 'no', $of('section'), $of('reason')]
        : array_map($of, ['event', 'question', 'locale', 'results', 'confident', 'article', 'position']);
    return json_encode(array_map($text, $values), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
}

function writeCsv(string $kind): string
{
    $columns = [
        'votes' => ['day', 'article', 'locale', 'helpful', 'section', 'reason', 'votes'],
        'searches' => ['day', 'event', 'question', 'locale', 'results', 'confident', 'article', 'position', 'searches'],
    ];
    $text = implode(',', $columns[$kind]) . "\r\n";
    foreach (run('SELECT day, line, n FROM events WHERE kind = ? ORDER BY day, line', [$kind]) as $row)
        $text .= implode(',', array_map('cellOf', [$row['day'], ...json_decode($row['line'], true), $row['n']])) . "\r\n";
    return $text;
}

/** A cell that no spreadsheet runs as a formula, whatever it separates cells by. The import removes the apostrophe. */
function cellOf(string|int $value): string
{
    $text = (string) preg_replace(['/^(?=\s*[=+\-@＝＋－＠])/u', '/([;|\t]\s*)(?=[=+\-@＝＋－＠])/u'], ["'", "$1'"], (string) $value);
    return preg_match('/[",;|\s]/', $text) ? '"' . str_replace('"', '""', $text) . '"' : $text;
}

/** What readers without JavaScript see. Nothing in it is from the request except checked ids and language codes. */
function thanksPage(array $event): string
{
    global $settings;
    $language = isset($settings['thanks'][$event['locale']]) ? $event['locale'] : array_key_first($settings['thanks']);
    $text = htmlspecialchars($settings['thanks'][$language][$event['helpful'] ? 0 : 1]);
    $path = implode('/', array_map('rawurlencode', explode('/', $event['article'])));
    $back = htmlspecialchars("{$settings['site']}{$event['locale']}/$path/");
    return "<!doctype html><html lang=\"$language\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>$text</title><p>$text</p><p><a href=\"$back\">$back</a></p></html>\n";
}
