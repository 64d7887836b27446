// Stands for a command in the scripts of a project: the test that serves commands runs it.

const [script, ...words] = process.argv.slice(2);
const call = { script, words, cwd: process.cwd(), env: process.env };
const answer = await fetch(String(process.env.COMMANDS), { method: 'POST', body: JSON.stringify(call) });
const { code, stdout, stderr } = await answer.json();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
