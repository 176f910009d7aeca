const { Disposable, EventEmitter, FileSystemError, Uri, workspace } = require('vscode');

const onDisk = ({ path }) => Uri.file(path);
const readOnly = () => {
  throw FileSystemError.NoPermissions();
};

/** @param {import('vscode').ExtensionContext} context */
exports.activate = ({ subscriptions }) => {
  const provider = {
    onDidChangeFile: new EventEmitter().event,
    watch: () => new Disposable(() => {}),
    stat: (uri) => workspace.fs.stat(onDisk(uri)),
    readDirectory: (uri) => workspace.fs.readDirectory(onDisk(uri)),
    readFile: (uri) => workspace.fs.readFile(onDisk(uri)),
    createDirectory: readOnly,
    writeFile: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  subscriptions.push(workspace.registerFileSystemProvider('dce-test', provider, { isReadonly: true }));
};
