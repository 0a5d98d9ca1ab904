/** The parts of the retail product that are easier to write in Java than in SQL. */
package com.example.retail;
