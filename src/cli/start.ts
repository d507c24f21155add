#!/usr/bin/env node
import { commandScript } from './bundle.js';

commandScript(import.meta.dirname).run();
