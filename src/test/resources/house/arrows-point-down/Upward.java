package dev.kith.practice;

class Upward {
    dev.kith.demo.Demo above;
}
