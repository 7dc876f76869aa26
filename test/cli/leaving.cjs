const { existsSync, readFileSync } = require('node:fs');

/**
 * A counter of this network.
 * @param {string} line @param {string} column as /proc/net/snmp names them
 */
function counted(line, column) {
  const lines = readFileSync('/proc/net/snmp', 'utf8').split('\n');
  const [names, values] = lines.filter((each) => each.startsWith(`${line}: `)).map((each) => each.split(' '));
  return Number(values[names.indexOf(column)]);
}

/** The same of IPv6; 0 where the system has none. @param {string} name */
function counted6(name) {
  if (!existsSync('/proc/net/snmp6')) return 0;
  return Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? 0);
}

/** What the kernel has counted of ways out of the network that this process is in, since there is that network. */
exports.leaving = () => ({
  withoutRoute: counted('Ip', 'OutNoRoutes') + counted6('Ip6OutNoRoutes'),
  // Nothing of ours speaks UDP: that is somebody who looks a name up, be it at a resolver on this machine.
  datagrams: counted('Udp', 'OutDatagrams') + counted6('Udp6OutDatagrams'),
});
