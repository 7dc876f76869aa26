import * as z from 'zod';

// The page's policy forbids the code that zod would otherwise compile. To be imported before any schema is used.
z.config({ jitless: true });
