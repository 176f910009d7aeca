/** Loaded before the program: from here on the disk takes half of what is written to a file, and is full. */
const fs = require('node:fs');

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const write = fs.write;
fs.write = (fd, data, ...rest) => {
  if (fd <= 2) return write(fd, data, ...rest);
  const bytes = Buffer.from(data);
  fs.writeSync(fd, bytes.subarray(0, bytes.length / 2));
  rest.at(-1)(full());
};
// What is written in several pieces at once.
fs.writev = (fd, pieces, ...rest) => fs.write(fd, Buffer.concat(pieces), ...rest);
fs.writeFile = (_path, _data, ...rest) => rest.at(-1)(full());
fs.promises.writeFile = async () => {
  throw full();
};
