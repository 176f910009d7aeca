/**
 * Has mocha `import` the test files rather than `require` them. By `require` a file is compiled another way than where it is
 * imported (in a thread, a child process, `import()`), and what V8 counts in two compilations of one file cannot be added up.
 */
Object.defineProperty(process.features, 'require_module', { value: false });
