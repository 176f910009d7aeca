/** What the protocol's library takes of its host: the validator of schemas that makes no functions of them, and the process. */
import process from 'node:process';

export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
export { process };
