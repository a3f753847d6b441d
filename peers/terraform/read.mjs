/** Prints a Terraform module in Terraform's own JSON syntax, as HashiCorp's HCL parser reads it. Argument: its folder. */
import { convertFiles } from '@cdktn/hcl2json';

process.stdout.write(JSON.stringify(await convertFiles(process.argv[2])));
