import 'reflect-metadata';
import { allConsumptions } from '../services.js';

// For who makes consumers: what services consume, read from all their code by a process that ends at once.
process.stdout.write(JSON.stringify(allConsumptions()));
