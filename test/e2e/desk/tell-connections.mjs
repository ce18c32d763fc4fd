// Imported before a desk that is tested: every connection that the process begins is told on standard error.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const tell = (what) => process.stderr.write(`CONNECTION ${what}\n`);
const watch = (owner, name) => {
  const own = owner[name];
  owner[name] = function watched(...args) {
    tell(`${name} ${JSON.stringify(args[0])}`);
    return own.apply(this, args);
  };
};
watch(net.Socket.prototype, 'connect');
watch(dgram.Socket.prototype, 'send');
watch(dns, 'lookup');
watch(dns, 'resolve');
